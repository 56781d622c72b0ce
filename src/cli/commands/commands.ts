import type { Command } from '../program'
import type { Toolbox } from '../toolbox'
import { campaignCheck } from './campaign-check'
import { campaignDescribe } from './campaign-describe'
import { check } from './check'

/** All commands, in the order in which an office uses them. */
export function commandsWith(toolbox: Toolbox): readonly Command[] {
  return [campaignCheck(toolbox), campaignDescribe(toolbox), check(toolbox)]
}
