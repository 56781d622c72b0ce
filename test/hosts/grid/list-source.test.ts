import { listFormula } from '../../../src/hosts/grid/list-source'

const names = [
  { name: 'muster_pick_members', refersTo: `OFFSET('党员''s'!$I$4,0,0,MAX(1,SUMPRODUCT(MAX(('党员''s'!$I$4:$I$44<>"")*ROW('党员''s'!$I$4:$I$44)))-3),1)`, hidden: true },
  { name: 'moved', refersTo: `OFFSET('甲'!$I$4,1,0,2,1)`, hidden: false },
  { name: 'open', refersTo: `OFFSET('甲'!$I$4,0,0,COUNTA('甲'!$A:$A),1)`, hidden: false },
  { name: 'plain', refersTo: `'甲'!$A$2:$A$7`, hidden: false },
]

it.each([
  ['muster_pick_members', `FILTER('党员''s'!$I$4:$I$44,'党员''s'!$I$4:$I$44<>"")`], ['moved', 'moved'], ['open', 'open'], ['plain', 'plain'], ["'甲'!$A$1:$A$3", "'甲'!$A$1:$A$3"],
])('%s is asked for as %s', (source, formula) => expect(listFormula(source, names)).toBe(formula))
