/** The ribbon's buttons by the names that manifest.xml calls them by. */
import { checkThisWorkbook, goToNextProblem, NotCheckable, type ButtonTools, type Message } from '../app/ribbon-buttons'
import { troubleOf, troubleText } from '../app/pane/trouble'
import type { Language } from '../domain/text'

export const BUTTONS = {
  checkThisWorkbook,
  nextProblem: goToNextProblem,
} as const

export type ButtonName = keyof typeof BUTTONS

/**
 * A button pressed: what it has to say, if anything; trouble of every kind is said too, in the
 * workbook's language where that is known, else the host's. Never throws.
 */
export async function pressed(name: ButtonName, tools: ButtonTools, language: Language): Promise<Message | undefined> {
  try {
    return await BUTTONS[name](tools)
  } catch (error) {
    const spoken = (error instanceof NotCheckable ? error.language : undefined) ?? language
    return { language: spoken, lines: [troubleText(troubleOf(error), (await tools.words())(spoken))] }
  }
}
