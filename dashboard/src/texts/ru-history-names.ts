/** Russian names for what happened to a game. */
import type { enHistoryNames } from './en-history-names.ts';

export const ruHistoryNames: Record<keyof typeof enHistoryNames, string> = {
  'change.match.new': '«{about}» не похожа ни на одну известную игру',
  'change.match.same': '«{about}» — эта игра',
  'change.linked.match': '{about}: присоединена к игре',
  'change.linked.judgement': '{about}: присоединена к игре по решению человека',
  'change.linked.arranged': '{about}: присоединена к игре вручную',
  'change.linked.undone': '{about}: присоединена к игре, потому что правку состава отменили',
  'change.withdrawn': 'снята: записей не осталось',
  'change.withdrawn.into': 'снята: её записи теперь в {about}',
  'change.published': 'опубликована впервые',
  'change.published.again': 'изменена',
  'change.held': 'ждёт проверки',
  'change.closed': 'вопрос закрыт',
  'change.judged.same': 'признаны одной игрой',
  'change.judged.different': 'признаны разными играми',
  'change.judged.unsure': 'кто-то не знал ответа',
  'reason.the evidence changed': 'доводы изменились',
  'reason.the question answered itself': 'вопрос решился сам',
  'reason.the sources agree with the catalogue again': 'источники снова согласны с каталогом',
  'reason.approved': 'одобрено',
  'reason.a later draft could be published': 'более новый черновик можно было опубликовать',
  'reason.a later draft took its place': 'его место занял более новый черновик',
  'reason.the game has no record left': 'у игры не осталось записей',
};
