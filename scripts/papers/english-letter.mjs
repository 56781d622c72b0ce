/** A business letter: issuer, date, addressee, subject, body, signature, copies. A4, page n of m. */
import { docx, field, NEW_PAGE, p, style, table as anyTable, tableStyle } from './word.mjs'

const MM = 1440 / 25.4
const mm = (length) => Math.round(length * MM)
const WIDTH = mm(210 - 25 - 25)
const DARK = '1F3A4D'
const FACE = 'Calibri'
const spacing = (before, after) => `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="276" w:lineRule="auto"/>`

const STYLES = [
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FACE}" w:hAnsi="${FACE}" w:cs="${FACE}" w:eastAsia="微软雅黑"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  style('Normal', 'Normal', { latin: FACE, size: 11, paragraph: spacing(0, 6) }),
  style('Masthead', 'Masthead', { bold: true, size: 18, color: DARK, paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="${DARK}"/></w:pBdr>${spacing(0, 2)}` }),
  style('Reference', 'Reference', { size: 9, color: '595959', paragraph: `${spacing(2, 18)}<w:tabs><w:tab w:val="right" w:pos="${WIDTH}"/></w:tabs>` }),
  style('Addressee', 'Addressee', { paragraph: spacing(0, 12) }),
  style('Title', 'Title', { bold: true, size: 14, color: DARK, paragraph: `<w:keepNext/>${spacing(6, 10)}`, next: 'Body' }),
  style('Body', 'Body Text', { paragraph: spacing(0, 8) }),
  style('Heading1', 'heading 1', { bold: true, size: 12, color: DARK, paragraph: `<w:keepNext/>${spacing(10, 4)}<w:outlineLvl w:val="0"/>`, next: 'Body' }),
  style('Item', 'Item', { paragraph: `${spacing(0, 4)}<w:ind w:left="425" w:hanging="425"/><w:tabs><w:tab w:val="left" w:pos="425"/></w:tabs>` }),
  style('Gap', 'Gap', { size: 4, paragraph: spacing(0, 4) }),
  style('Signature', 'Closing', { paragraph: `<w:keepNext/><w:keepLines/>${spacing(20, 36)}` }),
  style('SignedBy', 'Signed by', { bold: true, paragraph: `<w:keepLines/>${spacing(0, 0)}` }),
  style('Copies', 'Copies', { size: 9, color: '595959', paragraph: `${spacing(16, 0)}` }),
  style('TableHead', 'Table head', { bold: true, size: 10, paragraph: `<w:keepNext/>${spacing(0, 0)}` }),
  style('TableText', 'Table text', { size: 10, paragraph: spacing(0, 0) }),
  style('Header', 'header', { size: 9, paragraph: '<w:jc w:val="center"/>' }),
  style('Footer', 'footer', { size: 9, color: '595959', paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>' }),
  tableStyle('Letter table', 'A6A6A6', 40),
].join('')

export const body = (text) => p('Body', text)
export const heading = (text) => p('Heading1', text)
export const item = (text) => p('Item', text)
const gap = () => p('Gap')
export const table = (columns, list) => [anyTable(WIDTH, columns, list), gap()].join('')
/** Paragraphs that are there only when there is something; of a list, once for each row. */
export const when = (name, ...content) => [p('Normal', `{#${name}}`), ...content, p('Normal', `{/${name}}`)].join('')
export const unless = (name, ...content) => [p('Normal', `{^${name}}`), ...content, p('Normal', `{/${name}}`)].join('')
export { NEW_PAGE }

/** A numbered or dashed item: its mark, a tab, its text. */
const TAB = '</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">'
export const marked = (mark, text) => p('Item', `${mark}\u0000${text}`).replace('\u0000', TAB)

/** @param {{ title?: string, addressee?: string, reference?: string, body: string[], signed?: boolean }} letter */
export function letter({ title = '{title}', addressee = 'To: {addressee}', reference = 'Ref. ____ / ____', body: content, signed = true }) {
  return docx({
    language: 'zh-CN',
    styles: STYLES,
    fonts: [[FACE, 'Carlito'], ['微软雅黑', 'Microsoft YaHei']],
    margins: { top: mm(25), right: mm(25), bottom: mm(25), left: mm(25), footer: mm(12) },
    footer: `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{campaign} · Page </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}</w:p>`,
    body: [
      p('Masthead', '{issuer}'),
      p('Reference', `${reference}\u0000{date}`).replace('\u0000', TAB),
      p('Addressee', addressee),
      p('Title', title),
      ...content,
      ...(signed ? [p('Signature', 'Yours sincerely'), p('SignedBy', 'For the {office}')] : [gap(), p('SignedBy', '{issuer}')]),
      when('copies', p('Copies', 'Copies: {copies}')),
    ].join(''),
  })
}
