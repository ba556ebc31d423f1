/** Русские тексты о качестве сопоставления; part of ru.ts. */
import type { enQuality } from './en-quality.ts';
import type { RussianPlural } from './ru-plural.ts';
import type { Translation } from './translation.ts';

export const ruQuality: Translation<typeof enQuality, RussianPlural> = {
  'quality.title': 'Качество сопоставления',
  'quality.judged': 'Пар с ответом',
  'quality.askedShare': 'Доля вопросов',
  'quality.askedShareHint': 'О какой доле всех записей кого-то спросили, не другой ли они игры',
  'quality.ece': 'Ошибка калибровки',
  'quality.eceHint': 'Насколько слова машины о паре в среднем расходятся со словами людей',
  'quality.recomparing': 'Записи сравниваются заново с моделью, которая в силе.',
  'quality.none': 'Ответов ещё нет.',
  'quality.noBins': 'Модель, которая в силе, училась на всех ответах: насколько ей верить, покажут новые.',
  'quality.noneText': 'Сопоставление измеряют ответами на вопросы о совпадениях.',
  'quality.toReviews': 'К вопросам',
  'quality.reliability': 'Знает ли она, насколько уверена?',
  'quality.reliabilityHint':
    'Точка — группа пар с ответом, на которых модель не училась: чем правее, тем вероятнее, по словам машины, что игра одна; чем выше, тем чаще так говорят люди. На линии они согласны.',
  'quality.reliabilitySummary': 'Кривая надёжности, групп пар с ответом: {count}; её числа в таблице ниже.',
  'quality.said': 'Машина говорит',
  'quality.mean': 'В среднем',
  'quality.were': 'Люди говорят «та же»',
  'quality.pairs': 'Пар',
  'quality.overTime': 'По неделям',
  'quality.overTimeHint':
    'Точность: какая доля пар, которые машина соединила бы сама, и вправду одна игра. Полнота: какую долю пар, которые одна игра, она соединила бы сама.',
  'quality.overTimeSummary': 'Точность и полнота по неделям: {count}; числа в таблице ниже.',
  'quality.week': 'Неделя с',
  'quality.precision': 'Точность',
  'quality.recall': 'Полнота',
  'quality.asked': 'Спросили',
  'quality.models': 'Модели',
  'quality.model': 'Модель',
  'quality.shipped': 'поставляется с Variorum',
  'quality.trained': 'Обучена',
  'quality.verdict': 'Рядом с прежней',
  'quality.logLoss': 'Логарифмическая потеря',
  'quality.inForce': 'в силе',
  'quality.use': 'Применять',
  'quality.useOne': 'Применять модель {version}',
  'quality.useHint':
    'Останется в журнале. Все записи будут сравнены заново; ответы людей в силе, что бы ни говорила модель.',
  'quality.used': 'Теперь в силе модель {version}.',
};
