/**
 * The words of dates in the languages of our sources. Compared without case and accents.
 */

const names = (list: string) => list.split(' ').map((names) => names.split('/'));

/** A language's months, January first; forms of one month between `/`. These are also shortened, to three letters or more. */
const shortened = [
  'january february march april may june july august september october november december',
  'январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря',
  'січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня',
  'januar/jänner februar/feber märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września październik/października listopad/listopada grudzień/grudnia',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
].map(names);

/** Shortened, these would be mistaken for others (`marraskuu` is November). */
const whole = [
  'студзень/студзеня люты/лютага сакавік/сакавіка красавік/красавіка май/мая/траўня чэрвень/чэрвеня ліпень/ліпеня жнівень/жніўня верасень/верасня кастрычнік/кастрычніка лістапад/лістапада снежань/снежня',
  'leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září říjen/října listopad/listopadu prosinec/prosince',
  'tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta',
].map(names);

/** As months and words are compared: lower case, no accents (й and ї lose theirs too, on both sides). */
export const plainWord = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** The number of a month by its name or its beginning: the whole name counts first, then the language named earlier. */
export const monthNumbers: ReadonlyMap<string, number> = numberMonths();

function numberMonths(): Map<string, number> {
  const numbers = new Map<string, number>();
  const add = (word: string, month: number) => void (numbers.has(word) || numbers.set(word, month));
  for (const language of [...shortened, ...whole])
    for (const [index, forms] of language.entries()) for (const form of forms) add(plainWord(form), index + 1);
  for (const language of shortened)
    for (const [index, forms] of language.entries())
      for (const form of forms)
        for (let length = form.length - 1; length >= 3; length -= 1) add(plainWord(form.slice(0, length)), index + 1);
  return numbers;
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).map(plainWord));

/** Words beside a date that say nothing of it: prepositions, “year”, ends of ordinal numbers, days of the week. */
export const fillers = setOf(
  `of the on in at st nd rd th de del le la du en el em il di do da den der dem am im um op er re o a
  в г гг год года году у р рік року році го ого е й я roku rok r år an año anno ano jahr
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
  понеділок вівторок середа четвер пʼятниця субота неділя нд
  montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
  lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
  lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
  lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab
  segunda terça quarta quinta sexta feira poniedziałek wtorek środa czwartek piątek sobota niedziela
  pondělí úterý středa čtvrtek pátek neděle maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  måndag tisdag onsdag torsdag fredag lördag söndag`,
);

/** Parts of a year or a month that are no month: the date is then only as exact as the rest of it. */
export const vague = setOf(
  `early late mid middle beginning start end spring summer autumn fall winter holiday holidays
  весна весной весны лето летом лета осень осенью осени зима зимой зимы начало начале конец конце середина середине
  навесні літо влітку осінь восени взимку початок кінець вясна вясной летам восень восенню зіма зімой пачатак канец
  anfang mitte ende frühling frühjahr sommer herbst début fin mi printemps été automne hiver
  principios mediados finales primavera verano otoño invierno inizio metà fine estate autunno inverno
  início meados fim verão outono początek połowa koniec wiosna wiosną lato latem jesień jesienią zimą
  začátek polovina konec jaro léto podzim begin eind lente zomer herfst början mitten slutet vår sommar höst vinter
  kevät kesä syksy talvi`,
);

/** Before a date: it is only nearly known. */
export const about =
  /^(?:~|≈|±|c\.|ca\.?|cca\.?|circa|about|around|approx(?:\.|imately)?|around|roughly|около|ок\.|примерно|приблизительно|прибл\.|близько|приблизно|каля|прыкладна|etwa|ungefähr|vers|environ|hacia|alrededor de|verso|około|ok\.|kolem|asi|omstreeks|rond|omkring|noin)\s*(?=\S)/i;

/** A quarter or a half of a year. */
export const quarter =
  /(?<![\p{L}\d])(?:q\s?[1-4]|[1-4]\s?q|h\s?[12]|[12]\s?h|(?:[1-4]|i{1,3}|iv|first|second|third|fourth|перв\p{L}+|втор\p{L}+|треть\p{L}+|четв[её]рт\p{L}+)(?:st|nd|rd|th|[-‐]?(?:й|ый|ой|ий|го|е)|[.º°ª])?\s?(?:quarter|quartal|квартал\p{L}*|кв\.?|trimestre?|trimester|kwartał\p{L}*|čtvrtletí|kwartaal|kvartal|half|полугоди\p{L}+|півріччя))(?![\p{L}\d])/iu;

/** Instead of the end of a range: it goes on. */
export const untilNow = setOf(
  'present now today ongoing наст настоящее нв сейчас heute jetzt présent hoy oggi obecnie',
);
