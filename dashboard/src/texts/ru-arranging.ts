/** Русские тексты о том, как располагать игры руками; part of ru.ts. */
import type { enArranging } from './en-arranging.ts';
import { forms, type RussianPlural } from './ru-plural.ts';
import type { Translation } from './translation.ts';

export const ruArranging: Translation<typeof enArranging, RussianPlural> = {
  'arrange.title': 'Поправить состав',
  'arrange.hint':
    'Если что-то соединено или разделено неверно. Всё видно до того, как сделано, и отменяется по одному.',
  'arrange.merge': 'Слить с другой игрой',
  'arrange.different': 'Отличить от другой игры',
  'arrange.split': 'Отделить записи',
  'arrange.move': 'Перенести записи в другую игру',
  'arrange.other': 'Другая игра',
  'arrange.otherHint': 'Слова её названия',
  'arrange.found': 'Найденные игры',
  'arrange.nothingFound': 'Другой такой игры нет.',
  'arrange.records': 'Какие записи?',
  'arrange.reason': 'Почему?',
  'arrange.reasonHint': 'Останется в журнале вместе с тем, что вы делаете.',
  'arrange.preview': 'Что будет?',
  'arrange.before': 'Сейчас',
  'arrange.after': 'Станет',
  'arrange.unchanged': 'Ни одна игра не меняется; запомнится, что они разные.',
  'arrange.untouched': 'Ни одна игра не меняется.',
  'arrange.game': forms('Игра из {count} записи', 'Игра из {count} записей', 'Игра из {count} записей'),
  'arrange.effect': 'Вопросы: закроется {closed}, откроется {opened}.',
  'arrange.do': 'Сделать',
  'arrange.done': 'Сделано. Отменить можно в истории состава.',
  'arrange.history': 'История состава',
  'arrange.undo': 'Отменить',
  'arrange.undoOne': 'Отменить: {what}',
  'arrange.undone': 'Отменено.',
  'arrange.wasUndone': 'Отменено: {who}',
  'arrange.because': 'причина: {why}',
  'arrange.wordSame': '{a} и {b} — одна игра',
  'arrange.wordDifferent': '{a} и {b} — разные игры',
  'arrange.moreWords': forms('и ещё {count} такое слово', 'и ещё {count} таких слова', 'и ещё {count} таких слов'),
};
