/**
 * What the embedded spreadsheet refuses (`grid/…`), and what other areas say of Excel, as it is said where the workbook
 * is open on our own page instead (`…@grid`, see `inPlace`).
 */
import { area } from './catalogue'

export const grid = area({
  zh: {
    'grid/locked': '单元格 {cell} 不用填写，已锁定。请填白色单元格。',
    'grid/not-allowed': '单元格 {cell} 不接受这个内容，仍保持原样。',
    'grid/structure': '这里不能增删或移动工作表、行、列。需要时请用 Excel 或 WPS。',
    'grid/no-sort': '工作表“{sheet}”的行次是固定的，不能排序。',
    'grid/nothing-to-sort': '请先选中表格里要据以排序的那一列的任一单元格，再排序。',
    'grid/pasted-partly': '已粘贴到 {written} 个单元格；另有 {left} 个已锁定，保持原样。',

    'host/editing@grid': '有单元格正在编辑，暂时不能进行其他操作。',
    'host/editing.fix@grid': '请按回车键完成输入（或按 Esc 放弃），再试一次。',
    'host/sheet-hidden.fix@grid': '隐藏的工作表在这里不能打开；需要时请用 Excel 或 WPS 取消隐藏。',
    'host/read-only.fix@grid': '请回到开始页，重新打开这个文件再试。',
    'host/protected.fix@grid': '保护是表里原有的，软件不会改动；请核对是否改过表样，或使用重新下发的工作簿。',
    'host/too-large@grid': '工作表“{sheet}”内容过多，一次处理不了。',
    'host/too-large.fix@grid': '请查看最后一个单元格；如果远在表格之外，请用 Excel 或 WPS 删除多余的行和列，保存后再打开。',
    'host/failed@grid': '表格没有完成操作：{reason}',
    'host/failed.fix@grid': '请再试一次；仍不成功时，请保存文件，回到开始页重新打开。',
    'pane/long-wait@grid': '表格还没有回应。',
    'pane/long-wait.fix@grid': '如果正在编辑单元格，请按回车或 Esc 结束编辑；工作簿较大时，请稍候。',
    'pane/do-name-differs@grid': '现在的文件名“{name}”看不出是哪个单位的，请保存后把文件改成上面的名称。',
    'pane/other-unit@grid': '单位和督导组：在这里打开办公室下发的填报表，点“校验”。',
    'pane/other-office@grid': '办公室：在这里打开办公室工作簿，汇总、排名。',
    'pane/blanks-hint@grid': '保存后可在这里打开，也可用 Excel 或 WPS 打开。先填好单位名册，再由办公室工作簿逐单位下发。',
  },
  en: {
    'grid/locked': 'Cell {cell} is not for filling in and is locked. Fill in the white cells.',
    'grid/not-allowed': 'Cell {cell} does not take this, and stays as it was.',
    'grid/structure': 'Sheets, rows and columns cannot be added, deleted or moved here. Use Excel or WPS for that.',
    'grid/no-sort': 'The rows of sheet “{sheet}” have a fixed order and cannot be sorted.',
    'grid/nothing-to-sort': 'Select any cell in the column to sort by, inside the table, and sort again.',
    'grid/pasted-partly': 'Pasted into {written} {written|cell|cells}; {left} {left|is|are} locked and stayed as {left|it was|they were}.',

    'host/editing@grid': 'A cell is being edited, so nothing else can be done.',
    'host/editing.fix@grid': 'Press Enter to finish (or Esc to give up) and try again.',
    'host/sheet-hidden.fix@grid': 'Hidden sheets cannot be shown here; unhide it in Excel or WPS if you need it.',
    'host/read-only.fix@grid': 'Go back to the start page, open the file again and try once more.',
    'host/protected.fix@grid': 'The protection came with the workbook, and the software changes nobody’s protection. See whether the form was altered, or use a workbook issued anew.',
    'host/too-large@grid': 'Sheet “{sheet}” holds more than can be handled at once.',
    'host/too-large.fix@grid': 'Look at its last cell; if that lies far outside the table, delete the surplus rows and columns in Excel or WPS, save, and open it again.',
    'host/failed@grid': 'The spreadsheet did not do it: {reason}',
    'host/failed.fix@grid': 'Try again; if that does not help, save the file, go back to the start page and open it again.',
    'pane/long-wait@grid': 'The spreadsheet has not answered yet.',
    'pane/long-wait.fix@grid': 'If you are editing a cell, finish with Enter or Esc; a large workbook may take a moment.',
    'pane/do-name-differs@grid': 'The file’s present name, “{name}”, does not say which unit it is from: save it, then rename it as above.',
    'pane/other-unit@grid': 'Units and supervision groups: open the workbook you were sent here, and choose Check.',
    'pane/other-office@grid': 'The office: open the office workbook here to consolidate and rank.',
    'pane/blanks-hint@grid': 'Save them; they open here as well as in Excel or WPS. Fill in the registry first; the office workbook then issues one workbook to every unit.',
  },
})
