/** Spot checks and the bulletin, compiled. None of it can change a score, so none of it is in the rules' fingerprint. */
import { compile, NUMBER } from './expression'
import { fixedNumber } from './workshop'
import type { Campaign, CompiledBulletin, CompiledTotal } from './campaign'
import type { Path } from './mistake'
import type { Workshop } from './workshop'

export function compileOversight(shop: Workshop): Pick<Campaign, 'spotChecks' | 'bulletin'> {
  const spotChecks = compileSpotChecks(shop)
  const bulletin = compileBulletin(shop)
  return { ...(spotChecks && { spotChecks }), ...(bulletin && { bulletin }) }
}

function compileSpotChecks(shop: Workshop): Campaign['spotChecks'] {
  const { spotChecks } = shop.definition
  if (!spotChecks) return undefined
  const [fewest, most] = [fixedNumber(spotChecks.fewest, ['spotChecks', 'fewest'], shop), fixedNumber(spotChecks.most, ['spotChecks', 'most'], shop)]
  if (fewest > most) shop.log.add(['spotChecks', 'fewest'], 'definition/limits-order', { min: fewest, max: most })
  return { fewest, most }
}

function compileBulletin(shop: Workshop): CompiledBulletin | undefined {
  const { bulletin } = shop.definition
  if (!bulletin) return undefined
  const totals = Object.entries(bulletin.totals).flatMap(([id, definition]): CompiledTotal[] => {
    const path: Path = ['bulletin', 'totals', id, 'value']
    const value = compile(definition.value, shop.scopes.ofKind('unit'), NUMBER, path, shop)
    // A total is read off a return as it is; what came out of its measures is not part of it.
    for (const { measure, caret } of value?.uses.measures ?? []) shop.log.add(path, 'expression/outcome-too-early', { name: measure }, { expression: definition.value, caret })
    return value ? [{ id, definition, value }] : []
  })
  return { days: fixedNumber(bulletin.days, ['bulletin', 'days'], shop), exemplary: fixedNumber(bulletin.exemplary, ['bulletin', 'exemplary'], shop), totals }
}
