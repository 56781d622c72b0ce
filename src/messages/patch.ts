/**
 * Why a workbook does not take a change (`patch/…`, remedy under `….fix`). Whoever shows a message names the file.
 * Nothing was written when one of these is shown.
 */
import { area } from './catalogue'

export const patch = area({
  zh: {
    'patch/no-sheet': '工作簿里没有名为“{sheet}”的工作表，未作任何改动。',
    'patch/no-sheet.fix': '请恢复这张工作表的名称；如已删除，请把内容复制到重新下发的工作簿里。',
    'patch/no-worksheet': '“{sheet}”不是普通工作表（例如图表页），无法写入单元格，未作任何改动。',
    'patch/no-worksheet.fix': '请把这一页改名，再按原名恢复工作表；或使用重新下发的工作簿。',
    'patch/merged-cell': '工作表“{sheet}”的单元格 {cell} 被合并在 {area} 里，写进去也看不见，未作任何改动。',
    'patch/merged-cell.fix': '请在 Excel 中取消这处合并后再试。',
    'patch/array-formula': '工作表“{sheet}”的单元格 {cell} 属于数组公式（{area}），不能单独改，未作任何改动。',
    'patch/array-formula.fix': '请在 Excel 中选中整个区域，删去公式或改成普通数值后再试。',
    'patch/table-heading': '工作表“{sheet}”的单元格 {cell} 是表格（{area}）的列标题，不能由软件改写，未作任何改动。',
    'patch/table-heading.fix': '请在 Excel 中用“表设计、转换为区域”，或自行修改标题后再试。',
    'patch/strict-format': '工作簿是“Strict Open XML”格式，无法加入新的工作表，未作任何改动。',
    'patch/strict-format.fix': '请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”后再试。',
  },
  en: {
    'patch/no-sheet': 'The workbook has no sheet named “{sheet}”. Nothing was changed.',
    'patch/no-sheet.fix': 'Give the sheet its name back; if it was deleted, copy the contents into a workbook issued anew.',
    'patch/no-worksheet': '“{sheet}” is no sheet with cells (a chart sheet, for one), so nothing can be written to it. Nothing was changed.',
    'patch/no-worksheet.fix': 'Rename it and restore the sheet under its name, or use a workbook issued anew.',
    'patch/merged-cell': 'Cell {cell} of sheet “{sheet}” is merged into {area}, where nobody would see what is written. Nothing was changed.',
    'patch/merged-cell.fix': 'Unmerge these cells in Excel and try again.',
    'patch/array-formula': 'Cell {cell} of sheet “{sheet}” is part of an array formula ({area}) and cannot be changed alone. Nothing was changed.',
    'patch/array-formula.fix': 'Select the whole area in Excel, delete the formula or turn it into values, and try again.',
    'patch/table-heading': 'Cell {cell} of sheet “{sheet}” is a heading of a table ({area}), which is not for software to change. Nothing was changed.',
    'patch/table-heading.fix': 'Use Table Design, Convert to Range in Excel, or change the heading yourself, and try again.',
    'patch/strict-format': 'The workbook is in the “Strict Open XML” format, to which no sheet can be added. Nothing was changed.',
    'patch/strict-format.fix': 'Open it in Excel, save it as “Excel Workbook (.xlsx)” and try again.',
  },
})
