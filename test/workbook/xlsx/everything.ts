import type { Style, WorkbookSpec } from '../../../src/workbook/spec'

const title: Style = { font: { bold: true, size: 16 }, align: { horizontal: 'center', vertical: 'center' } }
const head: Style = { font: { bold: true, color: 'FFFFFF' }, fill: '2F5597', border: '8EA9DB', align: { horizontal: 'center', vertical: 'center', wrap: true } }
const input: Style = { fill: 'FFF9E5', border: 'BFBFBF', locked: false }
const phone: Style = { ...input, format: '@' }
const day: Style = { ...input, format: 'yyyy-mm-dd', align: { horizontal: 'center' } }
const total: Style = { font: { bold: true }, fill: 'E2EFDA', border: 'BFBFBF', format: '0.0', align: { horizontal: 'right', indent: 1 } }
const note: Style = { font: { italic: true, color: '7F7F7F', underline: true }, align: { wrap: true, shrink: false, vertical: 'top' } }

/** A small unit's workbook that uses everything a description can say. */
export const everything: WorkbookSpec = {
  title: '学习情况登记 <第一周>',
  author: '市先教办 & 督导组',
  properties: { 'muster.kind': 'unit', 名称: '水利局 "一" 号' },
  font: { name: '宋体', size: 11 },
  names: [
    { name: '类别', refersTo: `'名单 列表'!$A$1:$A$3` },
    { name: 'form.members', refersTo: `'党员''名册'!$A$4:$H$9`, hidden: true },
  ],
  sheets: [
    {
      name: "党员'名册",
      tabColor: '2F5597',
      columns: [
        { width: 6 }, { width: 12, style: input }, { width: 14, style: input }, { width: 16, style: phone }, { width: 12, style: day },
        { width: 10, style: input }, { width: 18, style: input }, { width: 30 }, { width: 8, hidden: true },
      ],
      rows: [
        { row: 1, height: 32, cells: [{ column: 1, value: '党员名册（学习动员阶段）', style: title }] },
        { row: 2, height: 30, cells: [{ column: 1, value: '请在黄色单元格内填写。\n返回目录', style: note }] },
        { row: 3, height: 28, cells: ['序号', '姓名', '类别', '电话', '日期', '学时', '得分', '校验结果', '标记'].map((value, n) => ({ column: n + 1, value, style: head })) },
        { row: 4, cells: [{ column: 1, formula: 'ROW()-3', value: 1 }, { column: 2, value: '张大山', style: input }, { column: 3, value: '在职', style: input }, { column: 4, value: '07391234567', style: phone }, { column: 5, value: 38400, style: day }, { column: 6, value: 42.5, style: input }, { column: 7, value: 95, style: input }, { column: 8, value: ' 学时不足，请补课 ' }, { column: 9, value: '|6:e|' }] },
        { row: 5, cells: [{ column: 1, formula: 'ROW()-3', value: 2 }, { column: 2, value: '=1+1', style: input }, { column: 3, value: '离退休', style: input }, { column: 5, value: 38401, style: day }, { column: 6, value: 12, style: input }, { column: 7, value: 40, style: input }, { column: 8, value: '-' }, { column: 9, value: '|6:e|7:w|' }] },
        { row: 6, cells: [{ column: 1, formula: 'ROW()-3', value: 3 }, { column: 2, value: '_x000D_', style: input }, { column: 7, value: 65, style: input }, { column: 8, value: true }] },
        { row: 10, cells: [{ column: 1, value: '合计', style: total }, { column: 6, formula: 'SUM(F4:F9)', value: 54.5, style: total }, { column: 7, formula: 'IFNA(AVERAGE(G4:G9),0)', style: total }, { column: 8, formula: 'CONCAT("共",COUNTA(B4:B9),"人")', value: '共3人' }] },
        { row: 11, hidden: true, cells: [{ column: 1, value: '不显示' }] },
      ],
      merges: [{ top: 1, left: 1, bottom: 1, right: 8 }, { top: 2, left: 1, bottom: 2, right: 8 }],
      validations: [
        { area: { top: 4, left: 3, bottom: 9, right: 3 }, rule: { kind: 'list', source: '类别' }, prompt: { title: '类别', text: '请从下拉列表中\n选择一项' }, error: { title: '类别不对', text: '只能从列表中选择' } },
        { area: { top: 4, left: 7, bottom: 9, right: 7 }, rule: { kind: 'whole', min: 0, max: 100 }, error: { title: '得分', text: '0 到 100', style: 'warning' } },
        { area: { top: 4, left: 6, bottom: 9, right: 6 }, rule: { kind: 'decimal', min: 0 } },
        { area: { top: 4, left: 5, bottom: 9, right: 5 }, rule: { kind: 'date', min: 38353, max: 38717 }, error: { title: '日期', text: '2005 年内', style: 'information' } },
        { area: { top: 4, left: 4, bottom: 9, right: 4 }, rule: { kind: 'length', max: 20 } },
        { area: { top: 4, left: 2, bottom: 9, right: 2 }, rule: { kind: 'custom', formula: 'COUNTIF($B$4:$B$9,B4)=1' } },
        { area: { top: 4, left: 8, bottom: 9, right: 8 }, rule: { kind: 'any' }, prompt: { title: '', text: '由软件填写' } },
      ],
      conditions: [
        { kind: 'formula', area: { top: 4, left: 1, bottom: 9, right: 7 }, formula: 'ISNUMBER(SEARCH("|"&COLUMN(A4)&":e|",$I4))', format: { fill: 'FFC7CE', color: '9C0006', bold: true, border: 'FF0000' } },
        { kind: 'formula', area: { top: 4, left: 1, bottom: 9, right: 7 }, formula: 'ISNUMBER(SEARCH("|"&COLUMN(A4)&":w|",$I4))', format: { fill: 'FFEB9C' } },
        { kind: 'bar', area: { top: 4, left: 7, bottom: 9, right: 7 }, color: '63C384', min: 0, max: 100 },
        { kind: 'bar', area: { top: 4, left: 6, bottom: 9, right: 6 }, color: '638EC6' },
      ],
      freeze: { rows: 3, columns: 2 },
      protection: { allow: ['sort', 'autoFilter', 'formatColumns'] },
      autoFilter: { top: 3, left: 1, bottom: 9, right: 8 },
      print: { landscape: true, fitWidth: true, repeatRows: [1, 3], footer: '&L先教办&C第 &P 页，共 &N 页', area: { top: 1, left: 1, bottom: 10, right: 8 } },
      links: [{ row: 2, column: 1, location: `'名单 列表'!A1` }],
      zoom: 90,
      showGridLines: false,
    },
    { name: '名单 列表', visibility: 'hidden', columns: [{ width: 20 }], rows: ['在职', '离退休', '流动'].map((value, n) => ({ row: n + 1, cells: [{ column: 1, value }] })) },
    { name: '_muster', visibility: 'veryHidden', columns: [], rows: [{ row: 1, cells: [{ column: 1, value: 'definition' }, { column: 2, value: '1.0' }] }] },
    { name: '空表', columns: [], rows: [], freeze: { rows: 1, columns: 0 }, print: { repeatRows: [1, 1], header: '&C草稿', footer: '&C— &P —', breakBeforeRows: [4, 9], firstPage: 1, margins: { left: 28, right: 26, top: 37, bottom: 35, header: 15, footer: 25.4 } } },
  ],
}
