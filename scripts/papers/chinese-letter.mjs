/**
 * 公文格式，参照 GB/T 9704：A4，上 37 mm、下 35 mm、左 28 mm、右 26 mm；标题小标宋二号居中，主送顶格，正文仿宋三号、
 * 首行缩进二字、行距固定 28 磅，一级标题黑体，落款和日期右对齐，附件另页，抄送在末。发文字号和印章由办公室填盖。
 */
import { docx, field, NEW_PAGE, p, style, table as anyTable, tableStyle } from './word.mjs'

const MM = 1440 / 25.4
const mm = (length) => Math.round(length * MM)
const WIDTH = mm(156)
const RED = 'C8102E'
const SONG = '方正小标宋简体'
const FANG = '仿宋_GB2312'
const EXACT = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
const indent = (chars) => `<w:ind w:firstLineChars="${chars * 100}" w:firstLine="${chars * 320}"/>`

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
  style('Normal', 'Normal', { east: FANG, latin: 'Times New Roman', size: 16, paragraph: EXACT }),
  style('Masthead', '发文机关', { east: SONG, size: 40, color: RED, paragraph: '<w:spacing w:before="0" w:after="160" w:line="900" w:lineRule="exact"/><w:jc w:val="center"/>' }),
  // 红色分隔线
  style('Number', '发文字号', { paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="${RED}"/></w:pBdr>${EXACT}<w:jc w:val="center"/>` }),
  style('Title', 'Title', { east: SONG, size: 22, paragraph: '<w:keepNext/><w:spacing w:before="400" w:after="300" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>', next: 'Addressee' }),
  style('Addressee', '主送', { next: 'Body' }),
  style('Body', '公文正文', { paragraph: `${indent(2)}<w:jc w:val="both"/>` }),
  style('Heading1', 'heading 1', { east: '黑体', paragraph: `<w:keepNext/>${indent(2)}<w:outlineLvl w:val="0"/>`, next: 'Body' }),
  // 落款不得单独成页：正文末段随落款走。
  style('LastBody', '正文末段', { based: 'Body', paragraph: '<w:keepNext/><w:keepLines/>', next: 'Signature' }),
  style('Gap', '表间距', { size: 6, paragraph: '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>' }),
  style('Enclosure', '附件说明', { paragraph: '<w:keepNext/><w:spacing w:before="280" w:after="0" w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>' }),
  style('Signature', '落款', { paragraph: '<w:keepNext/><w:keepLines/><w:spacing w:before="560" w:after="0" w:line="560" w:lineRule="exact"/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>' }),
  style('SignedOn', '成文日期', { paragraph: '<w:keepNext/><w:keepLines/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>' }),
  style('Copies', '抄送', { size: 14, paragraph: '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="6" w:color="000000"/></w:pBdr><w:spacing w:before="400" w:after="0" w:line="440" w:lineRule="exact"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>' }),
  style('Annex', '附件', { east: '黑体' }),
  style('AnnexTitle', '附件标题', { east: SONG, size: 18, paragraph: '<w:spacing w:before="280" w:after="280" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>' }),
  style('TableHead', '表头', { east: '黑体', size: 12, paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="atLeast"/>' }),
  style('TableText', '表文', { size: 12, paragraph: '<w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="atLeast"/>' }),
  style('Header', 'header', { size: 9, paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>' }),
  style('Footer', 'footer', { east: '宋体', size: 14, paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>' }),
  tableStyle('公文表格', '000000', 40),
].join('')

export const body = (text) => p('Body', text)
export const heading = (text) => p('Heading1', text)
const gap = () => p('Gap')
/** 前后与正文略有间隔的表格 */
export const table = (columns, list) => [gap(), anyTable(WIDTH, columns, list), gap()].join('')
/** 有此项内容才有的段落；`each` 则每行一次。 */
export const when = (name, ...content) => [p('Normal', `{#${name}}`), ...content, p('Normal', `{/${name}}`)].join('')
export const each = when
/** 没有此项内容才有的段落。 */
export const unless = (name, ...content) => [p('Normal', `{^${name}}`), ...content, p('Normal', `{/${name}}`)].join('')
/** 附件，另起一页。 */
export const annex = (title, ...content) => [p('Annex', '附件', NEW_PAGE), p('AnnexTitle', title), ...content].join('')

/**
 * 一份公文。版头、标题、主送、正文、落款、抄送之外，可有附件。
 * @param {{ masthead?: string, number?: string, title?: string, addressee?: string, body: string[], enclosure?: string, annex?: string }} letter
 */
export function letter({ masthead = '{发文单位}', number = '〔　　　　〕　　号', title = '{标题}', addressee = '{主送}：', body: content, enclosure, annex: attached = '' }) {
  return docx({
    language: 'zh-CN',
    styles: STYLES,
    fonts: [[SONG, '方正小标宋_GBK'], [FANG, '仿宋'], ['黑体', 'SimHei'], ['宋体', 'SimSun']],
    margins: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
    footer: `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>`,
    body: [
      p('Masthead', masthead), p('Number', number), p('Title', title), ...(addressee === '' ? [] : [p('Addressee', addressee)]),
      ...content.slice(0, -1), content.at(-1).replace('w:val="Body"', 'w:val="LastBody"'),
      ...(enclosure ? [p('Enclosure', `附件：${enclosure}`)] : []),
      p('Signature', '{发文单位}'), p('SignedOn', '{日期}'),
      when('抄送', p('Copies', '抄送：{抄送}。')),
      attached,
    ].join(''),
  })
}
