import { area } from './catalogue'

/** What the ribbon's buttons say when the sheets cannot: in a small window. */
export const ribbon = area({
  zh: {
    'check/not-a-return': '这个工作簿不是下发的填报表，无法校验。',
    'check/not-a-return.fix': '请打开下发的填报表再点“校验”。要新建或汇总，请点“打开汇评”。',
    'check/is-office-workbook': '这是办公室的汇总工作簿，不用在这里校验。',
    'check/is-office-workbook.fix': '请点“打开汇评”：汇总、排名和下发都在窗格里办理。',
    'check/damaged-rules': '这个工作簿所带的填报要求已损坏，无法校验。',
    'check/damaged-rules.fix': '请向活动办公室重新领取工作簿，把数据按“值”粘贴过去。',
    'check/mistaken-rules': '这个工作簿所带的填报要求有 {count} 处错误，无法校验。',
    'check/mistaken-rules.fix': '请告知活动办公室，由办公室改正后重新下发。',
  },
  en: {
    'check/not-a-return': 'This workbook was not issued to be filled in, so it cannot be checked.',
    'check/not-a-return.fix': 'Open the workbook that was issued, then choose Check. To begin or to consolidate, choose Open Muster.',
    'check/is-office-workbook': 'This is the office’s own workbook; there is nothing to check in it.',
    'check/is-office-workbook.fix': 'Choose Open Muster: consolidating, ranking and issuing are done in the pane.',
    'check/damaged-rules': 'The rules that this workbook carries are damaged, so it cannot be checked.',
    'check/damaged-rules.fix': 'Ask the campaign office for a fresh workbook and paste your data into it as values.',
    'check/mistaken-rules': 'The rules that this workbook carries have {count} {count|mistake|mistakes}, so it cannot be checked.',
    'check/mistaken-rules.fix': 'Tell the campaign office; it puts them right and issues the workbook anew.',
  },
})
