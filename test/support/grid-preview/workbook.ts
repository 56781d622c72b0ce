/** A small workbook with everything that a form has, for a look at it. */
import { BooleanNumber, DataValidationErrorStyle, DataValidationOperator, DataValidationType, type ICellData, type IWorkbookData, LocaleType } from '@univerjs/core'

const ROWS = 60
const members = ['王小明', '李建国', '张秀英', '刘洋', '陈静', '杨帆', '赵磊', '黄丽']

function sheet(id: string, name: string) {
  const cellData: Record<number, Record<number, ICellData>> = {
    0: { 0: { v: '学习登记表：党员先进性教育集中学习情况登记', s: 'title' } },
    1: { 0: { v: '每位党员一行。白色单元格需要填写；其余由软件计算。填完后请在右侧点击“校验”，有问题的单元格会标出颜色，最后一列写明问题和改法。', s: 'note' } },
    2: Object.fromEntries(['编号', '姓名', '类别', '到会日期', '学时', '笔记字数', '合计', '校验结果'].map((v, c) => [c, { v, s: 'head' }])),
  }
  for (let r = 3; r < ROWS; r++) {
    cellData[r] = {
      0: { v: String(r - 2).padStart(3, '0'), t: 1, s: 'text' },
      1: { v: members[(r - 3) % members.length], s: 'input' },
      2: { v: r % 3 ? '在职' : '离退休', s: 'input' },
      3: { v: 38412 + r, s: 'date' },
      4: { v: (r * 7) % 50, s: 'input' },
      5: { v: 10000 + r * 13, s: 'number' },
      6: { f: `=E${r + 1}*2`, s: 'locked' },
      7: { v: r % 5 === 0 ? '学时不足40小时：请补学；笔记不足10000字：请补记后再交。' : '', s: 'wrap' },
    }
  }
  return {
    id,
    name,
    rowCount: ROWS + 20,
    columnCount: 10,
    freeze: { xSplit: 2, ySplit: 3, startRow: 3, startColumn: 2 },
    mergeData: [
      { startRow: 0, endRow: 0, startColumn: 0, endColumn: 7 },
      { startRow: 1, endRow: 1, startColumn: 0, endColumn: 7 },
    ],
    rowData: { 0: { h: 36 }, 1: { h: 40 } },
    columnData: { 0: { w: 60 }, 1: { w: 90 }, 3: { w: 110 }, 7: { w: 200 } },
    showGridlines: BooleanNumber.TRUE,
    cellData,
  }
}

const font = { ff: '等线', fs: 11 }
const border = { s: 1, cl: { rgb: '#BFBFBF' } }
const bd = { t: border, b: border, l: border, r: border }

export const workbook: IWorkbookData = {
  id: 'preview',
  name: 'preview',
  appVersion: '0.25.1',
  locale: LocaleType.ZH_CN,
  styles: {
    title: { ff: '微软雅黑', fs: 16, bl: 1, ht: 2, vt: 2 },
    note: { ...font, tb: 3, vt: 2, cl: { rgb: '#595959' } },
    head: { ...font, bl: 1, bg: { rgb: '#D9E1F2' }, bd, ht: 2 },
    input: { ...font, bd },
    text: { ...font, bd, n: { pattern: '@' } },
    date: { ...font, bd, n: { pattern: 'yyyy-mm-dd' } },
    number: { ff: 'Calibri', fs: 11, bd, n: { pattern: '#,##0' } },
    locked: { ...font, bd, bg: { rgb: '#F2F2F2' } },
    wrap: { ...font, bd, tb: 3, bg: { rgb: '#F2F2F2' } },
  },
  sheetOrder: ['s1', 's2'],
  sheets: { s1: sheet('s1', '学习情况'), s2: sheet('s2', '考勤登记') },
  resources: [
    {
      name: 'SHEET_DATA_VALIDATION_PLUGIN',
      data: JSON.stringify({
        s1: [
          { uid: 'a', type: DataValidationType.LIST, formula1: '在职,离退休,流动', ranges: [{ startRow: 3, endRow: ROWS, startColumn: 2, endColumn: 2 }], errorStyle: DataValidationErrorStyle.STOP, showErrorMessage: true, error: '请从列表中选择。', errorTitle: '类别', showInputMessage: true, prompt: '从列表中选一项', promptTitle: '类别', allowBlank: true, renderMode: 1 },
          { uid: 'b', type: DataValidationType.DECIMAL, operator: DataValidationOperator.BETWEEN, formula1: '0', formula2: '60', ranges: [{ startRow: 3, endRow: ROWS, startColumn: 4, endColumn: 4 }], errorStyle: DataValidationErrorStyle.STOP, showErrorMessage: true, error: '学时在0到60之间。', errorTitle: '学时', showInputMessage: true, prompt: '本周学习小时数，0–60', promptTitle: '学时', allowBlank: true, renderMode: 1 },
        ],
      }),
    },
    {
      name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN',
      data: JSON.stringify({
        s1: [{ cfId: 'c', ranges: [{ startRow: 3, endRow: ROWS, startColumn: 4, endColumn: 4 }], stopIfTrue: false, rule: { type: 'highlightCell', subType: 'formula', value: '=E4<10', style: { bg: { rgb: '#FFC7CE' } } } }],
      }),
    },
  ],
}
