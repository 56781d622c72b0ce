/** What the task pane says. What the workbook's host reports is in host.ts. */
import { area } from './catalogue'

export const pane = area({
  zh: {
    'pane/product': '汇评',
    'pane/opening': '正在读取工作簿…',
    'pane/again': '重试',
    'pane/close': '关闭提示',
    'pane/bug': '程序出错，不是您操作的问题：{reason}',
    'pane/bug.fix': '工作簿里的内容没有丢。请再试一次；仍有此提示时，请把上面这句话告知维护人员。',
  },
  en: {
    'pane/product': 'Muster',
    'pane/opening': 'Reading the workbook …',
    'pane/again': 'Try again',
    'pane/close': 'Close this message',
    'pane/bug': 'The program failed; it is not your doing: {reason}',
    'pane/bug.fix': 'Nothing in the workbook is lost. Try again; if it stays, tell whoever maintains Muster the sentence above.',
  },
})
