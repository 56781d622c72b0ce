/**
 * What keeps an open workbook from being read or written (`host/…`, remedy under `….fix`), and what
 * an old Excel does not tell (`host/lacks-…`).
 */
import { area } from './catalogue'

export const host = area({
  zh: {
    'host/editing': '有单元格正在编辑，Excel 暂时不接受其他操作。',
    'host/editing.fix': '请按回车键完成输入（或按 Esc 放弃），关闭打开的对话框，再试一次。',
    'host/sheet-missing': '工作表“{sheet}”已不在工作簿里，可能刚被删除或改名。',
    'host/sheet-missing.fix': '请撤销删除或恢复原来的名称，再重新校验。',
    'host/sheet-hidden': '工作表“{sheet}”已被隐藏，无法跳转。',
    'host/sheet-hidden.fix': '请右键单击任一工作表标签，选“取消隐藏”，再试一次。',
    'host/read-only': '工作簿以只读方式打开，无法写入。',
    'host/read-only.fix': '请单击“启用编辑”，或另存一份副本，在副本上再试。',
    'host/protected': '工作表“{sheet}”受保护，其中有些单元格不允许写入，未能完成。',
    'host/protected.fix': '请在“审阅”选项卡撤销这张工作表的保护，再试一次；软件不会改动任何人设置的保护。',
    'host/too-old': '这个版本的 Excel 缺少所需的功能（{needs}）。',
    'host/too-old.fix': '请使用 Excel 2019 或更新的版本、Microsoft 365 或网页版 Excel；也可以把文件交给活动办公室校验。',
    'host/too-large': '工作表“{sheet}”内容过多，Excel 无法一次交出。',
    'host/too-large.fix': '请按 Ctrl+End 查看最后一个单元格；如果远在表格之外，请删除多余的行和列，保存后再试。',
    'host/failed': 'Excel 没有完成操作：{reason}',
    'host/failed.fix': '请再试一次；仍不成功时，请保存文件，关闭后重新打开。',
    'host/lacks-hidden-rows': '这个版本的 Excel 不能告知哪些行被隐藏，因此没有检查隐藏的行。',
    'host/lacks-hidden-rows.fix': '办公室汇总时会补查；也可以用较新的 Excel 再校验一次。',
    'host/lacks-merges': '这个版本的 Excel 不能告知哪些单元格被合并，因此没有检查合并的单元格。',
    'host/lacks-merges.fix': '办公室汇总时会补查；也可以用较新的 Excel 再校验一次。',
  },
  en: {
    'host/editing': 'A cell is being edited, so Excel accepts nothing else.',
    'host/editing.fix': 'Press Enter to finish (or Esc to give up), close any dialog that is open, and try again.',
    'host/sheet-missing': 'Sheet “{sheet}” is no longer in the workbook: it may just have been deleted or renamed.',
    'host/sheet-missing.fix': 'Undo the deletion or give the sheet its name back, then check again.',
    'host/sheet-hidden': 'Sheet “{sheet}” is hidden and cannot be shown.',
    'host/sheet-hidden.fix': 'Right-click any sheet tab, choose Unhide, and try again.',
    'host/read-only': 'The workbook is open for reading only, so nothing can be written.',
    'host/read-only.fix': 'Click Enable Editing, or save a copy and try again there.',
    'host/protected': 'Sheet “{sheet}” is protected, and some of its cells may not be written. Nothing more was done.',
    'host/protected.fix': 'Unprotect the sheet on the Review tab and try again; the software changes nobody’s protection.',
    'host/too-old': 'This version of Excel lacks what is needed ({needs}).',
    'host/too-old.fix': 'Use Excel 2019 or later, Microsoft 365 or Excel on the web; or have the campaign office check the file.',
    'host/too-large': 'Sheet “{sheet}” holds more than Excel hands over at once.',
    'host/too-large.fix': 'Press Ctrl+End to see its last cell; if that lies far outside the table, delete the surplus rows and columns, save and try again.',
    'host/failed': 'Excel did not do it: {reason}',
    'host/failed.fix': 'Try again; if that does not help, save the file, close it and open it again.',
    'host/lacks-hidden-rows': 'This version of Excel does not tell which rows are hidden, so hidden rows were not looked for.',
    'host/lacks-hidden-rows.fix': 'The office looks for them when it consolidates; or check once more with a newer Excel.',
    'host/lacks-merges': 'This version of Excel does not tell which cells are merged, so merged cells were not looked for.',
    'host/lacks-merges.fix': 'The office looks for them when it consolidates; or check once more with a newer Excel.',
  },
})
