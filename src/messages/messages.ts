/** All areas of the catalogue. */
import { bulletinPane } from './bulletin-pane'
import { catalogueOf } from './catalogue'
import { cellFindings } from './cell-findings'
import { cli } from './cli'
import { cliHelp } from './cli-help'
import { cliTables } from './cli-tables'
import { decidePane } from './decide-pane'
import { definition } from './definition'
import { definitionReferences } from './definition-references'
import { evaluation } from './evaluation'
import { explainPane } from './explain-pane'
import { expression } from './expression'
import { file } from './file'
import { findings } from './findings'
import { grid } from './grid'
import { handUp } from './hand-up'
import { handUpPane } from './hand-up-pane'
import { host } from './host'
import { intake } from './intake'
import { issuePane } from './issue-pane'
import { office } from './office'
import { officeLog } from './office-log'
import { officePane } from './office-pane'
import { officeTroubles } from './office-troubles'
import { otherPane } from './other-pane'
import { oversight } from './oversight'
import { oversightPane } from './oversight-pane'
import { pages } from './pages'
import { pane } from './pane'
import { paperFields } from './paper-fields'
import { papers } from './papers'
import { papersPane } from './papers-pane'
import { patch } from './patch'
import { rankingPane } from './ranking-pane'
import { registry } from './registry'
import { rehearsePane } from './rehearse-pane'
import { returnPane } from './return-pane'
import { ribbon } from './ribbon'
import { rollCallPane } from './roll-call-pane'
import { setup } from './setup'
import { sheets } from './sheets'
import { slip } from './slip'
import { supervision } from './supervision'
import { waivers } from './waivers'
import { workbench } from './workbench'

export const messages = catalogueOf([
  bulletinPane,
  cellFindings,
  cli,
  cliHelp,
  cliTables,
  decidePane,
  definition,
  definitionReferences,
  evaluation,
  explainPane,
  expression,
  file,
  findings,
  grid,
  handUp,
  handUpPane,
  host,
  intake,
  issuePane,
  office,
  officeLog,
  officePane,
  officeTroubles,
  otherPane,
  oversight,
  oversightPane,
  pages,
  pane,
  paperFields,
  papers,
  papersPane,
  patch,
  rankingPane,
  registry,
  rehearsePane,
  returnPane,
  ribbon,
  rollCallPane,
  setup,
  sheets,
  slip,
  supervision,
  waivers,
  workbench,
])
