/** Invented people: common surnames before made-up given names, so that they point to nobody. */
import type { Language } from '../../domain/text'
import type { Random } from '../../domain/random'

const SURNAMES: Record<Language, readonly string[]> = {
  zh: [...'王李张刘陈杨黄赵吴周徐孙马朱郭何林罗梁宋郑谢唐许冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙段史陶贺'],
  en: ['Abbot', 'Ashdown', 'Barrow', 'Bexley', 'Calder', 'Carrick', 'Dunmore', 'Ellery', 'Farrow', 'Fenwick', 'Garside', 'Hadley', 'Holt', 'Ingham', 'Jessop', 'Keeler', 'Kirkby', 'Lomax', 'Marsh', 'Mercer', 'Nash', 'Norwood', 'Orton', 'Pell', 'Quill', 'Rigby', 'Rowe', 'Sayer', 'Stroud', 'Tarrant', 'Thorne', 'Upton', 'Vane', 'Wardle', 'Whitby', 'Yarrow'],
}
/** Given names are put together from these, first and second half. */
const GIVEN: Record<Language, readonly [readonly string[], readonly string[]]> = {
  zh: [
    [...'立延启仲景茂绍舒其若恒允承季令存守远德维'],
    [...'川禾舟岩砚桐圃屏溪畴桥峦甫林田塬葭柏圩岚'],
  ],
  en: [
    ['Al', 'Ber', 'Cor', 'Dar', 'El', 'Fen', 'Gar', 'Hol', 'Jor', 'Ker', 'Lin', 'Mar', 'Nor', 'Or', 'Per', 'Ros', 'Sel', 'Tam', 'Wil', 'Yor'],
    ['by', 'da', 'den', 'ic', 'ina', 'la', 'lin', 'mund', 'na', 'ric', 'sa', 'ton', 'wen', 'win'],
  ],
}

/** `Ashdown, Corwen` is written `Corwen Ashdown`; in Chinese the surname comes first and one in five given names has one character. */
export function personName(random: Random, language: Language): string {
  const surname = random.pick(SURNAMES[language])
  const [first, second] = GIVEN[language]
  if (language === 'en') return `${random.pick(first)}${random.pick(second)} ${surname}`
  return surname + (random.chance(0.2) ? '' : random.pick(first)) + random.pick(second)
}
