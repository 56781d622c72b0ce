/** Papers that let a unit move on. */
import type { PaperInput } from '../fields'
import { commonValues, groupOf, nameOf, type PaperOf } from './common'
import type { PaperSource, TransferFacts } from './source'
import { dateText, listed, numbered, scoreText, textIn } from './words'

/** For every unit that has all it needs; in a draft also for one that lacks something, which the paper names. */
export function transferPapers(source: PaperSource, paper: PaperOf): PaperInput[] {
  return source.transfers.filter(({ conditions }) => source.draft || conditions.every(({ met }) => met)).map((facts) => transferPaper(source, paper, facts))
}

function transferPaper(source: PaperSource, paper: PaperOf, facts: TransferFacts): PaperInput {
  const { unit, conditions } = facts
  const group = groupOf(source, unit)
  const system = source.registry.units.find(({ id }) => id === unit)?.system ?? ''
  return {
    kind: 'transfer',
    paper: paper.id,
    title: textIn(source, paper.title),
    file: paper.file,
    about: nameOf(source, unit),
    unit,
    ...(system !== '' && { system }),
    week: source.week,
    draft: source.draft,
    values: {
      ...commonValues(source, paper, { units: [unit], groups: group === '' ? [] : [group] }),
      unit: nameOf(source, unit),
      system,
      group: group === '' ? '' : nameOf(source, group),
      assessment: scoreText(facts.assessment),
      passMark: scoreText(facts.passMark),
      signedOn: dateText(facts.signedOn, source),
      signedBy: facts.signedBy ?? '',
      approvedOn: dateText(facts.approvedOn, source),
      approvedBy: facts.approvedBy ?? '',
      lacking: listed(conditions.filter(({ met }) => !met).map(({ title }) => title), source),
      conditions: numbered(conditions.map(({ title, met, state }) => ({ condition: title, state: state === '' ? source.say(met ? 'papers/met' : 'papers/not-met') : state }))),
    },
  }
}
