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
    'pane/private': '数据只在这台电脑上处理，不会上传到任何地方。',
    'pane/definition-none': '这个工作簿不带活动方案，无法校验。',
    'pane/definition-none.fix': '请用下发的原表填报；数据已填在这里的，可复制后按“值”粘贴到原表中。',
    'pane/definition-damaged': '这个工作簿所带的活动方案已损坏，无法校验。',
    'pane/definition-damaged.fix': '请向活动办公室重新领取工作簿，把数据按“值”粘贴过去。',
    'pane/definition-mistaken': '这个工作簿所带的活动方案有 {count} 处错误，无法校验。',
    'pane/definition-mistaken.fix': '请把下面的内容告知活动办公室，由其更正方案后重新下发。',

    'pane/long-wait': 'Excel 还没有回应。',
    'pane/long-wait.fix': '如果正在编辑单元格，请按回车或 Esc 结束编辑；结束之前，Excel 会让加载项一直等着。',
  },
  en: {
    'pane/product': 'Muster',
    'pane/opening': 'Reading the workbook …',
    'pane/again': 'Try again',
    'pane/close': 'Close this message',
    'pane/bug': 'The program failed; it is not your doing: {reason}',
    'pane/bug.fix': 'Nothing in the workbook is lost. Try again; if it stays, tell whoever maintains Muster the sentence above.',
    'pane/private': 'Your data stay on this machine: nothing is sent anywhere.',
    'pane/definition-none': 'This workbook carries no campaign definition and cannot be checked.',
    'pane/definition-none.fix': 'Use the workbook that was issued; what is filled in here can be copied there with Paste Values.',
    'pane/definition-damaged': 'The campaign definition in this workbook is damaged, so it cannot be checked.',
    'pane/definition-damaged.fix': 'Ask the campaign office for a fresh workbook and copy your data there with Paste Values.',
    'pane/definition-mistaken': 'The campaign definition in this workbook has {count} {count|mistake|mistakes}, so it cannot be checked.',
    'pane/definition-mistaken.fix': 'Pass what is below on to the campaign office, who will correct the definition and issue the workbook anew.',

    'pane/long-wait': 'Excel has not answered yet.',
    'pane/long-wait.fix': 'If you are editing a cell, finish with Enter or Esc: until then Excel keeps add-ins waiting.',
  },
})
