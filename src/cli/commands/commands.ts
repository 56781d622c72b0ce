import type { Command } from '../program'
import type { Toolbox } from '../toolbox'
import { bulletin } from './bulletin'
import { campaignBuild } from './campaign-build'
import { campaignCheck } from './campaign-check'
import { campaignDescribe } from './campaign-describe'
import { check } from './check'
import { consolidate } from './consolidate'
import { decide } from './decide'
import { demo } from './demo'
import { demoSamples } from './demo-samples'
import { handUp } from './hand-up'
import { explain } from './explain'
import { issue } from './issue'
import { papers } from './papers'
import { rank } from './rank'
import { rehearse } from './rehearse'
import { rejudge } from './rejudge'
import { rollCall } from './roll-call'
import { slips } from './slips'
import { spotCheck } from './spot-check'
import { transfer } from './transfer'
import { waive } from './waive'
import { yearEnd } from './year-end'

/** All commands, in the order in which an office uses them; one of two words before the one that is its first. */
export function commandsWith(toolbox: Toolbox): readonly Command[] {
  return [campaignCheck(toolbox), campaignDescribe(toolbox), campaignBuild(toolbox), issue(toolbox), check(toolbox), consolidate(toolbox), rejudge(toolbox), rehearse(toolbox), waive(toolbox), rollCall(toolbox), rank(toolbox), decide(toolbox), explain(toolbox), slips(toolbox), papers(toolbox), bulletin(toolbox), spotCheck(toolbox), transfer(toolbox), yearEnd(toolbox), handUp(toolbox), demoSamples(toolbox), demo(toolbox)]
}
