/** All areas of the catalogue. */
import { bulletinPane } from './bulletin-pane'
import { catalogueOf } from './catalogue'
import { cli } from './cli'
import { decidePane } from './decide-pane'
import { definition } from './definition'
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
import { oversight } from './oversight'
import { oversightPane } from './oversight-pane'
import { pages } from './pages'
import { pane } from './pane'
import { papers } from './papers'
import { papersPane } from './papers-pane'
import { patch } from './patch'
import { rankingPane } from './ranking-pane'
import { registry } from './registry'
import { rehearsePane } from './rehearse-pane'
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
  cli,
  decidePane,
  definition,
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
  oversight,
  oversightPane,
  pages,
  pane,
  papers,
  papersPane,
  patch,
  rankingPane,
  registry,
  rehearsePane,
  ribbon,
  rollCallPane,
  setup,
  sheets,
  slip,
  supervision,
  waivers,
  workbench,
])
