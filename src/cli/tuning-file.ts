import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Tuning, tuningFrom } from '../app/demo/tuning'
import { readBytes } from './files'

/** How sample data of a campaign are likely to look: `demo.yaml` beside its definition; without one, by field type alone. */
export function tuningBeside(definition: string): Tuning {
  const path = join(dirname(definition), 'demo.yaml')
  return tuningFrom(existsSync(path) ? new TextDecoder().decode(readBytes(path)) : '')
}
