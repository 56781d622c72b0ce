/**
 * What the spreadsheet holds and where it draws a cell. It draws on a canvas, which a test cannot read; so the test asks
 * the injector of Univer, which hangs on the elements of its React tree. Only asks: acting is for mouse and keyboard.
 */
import type { Page } from 'playwright-core'

/** In pixels of the page. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface CellInside {
  readonly value: string | number | boolean | null
  /** Univer's: 1 text, 2 number, 3 truth, 4 text by force. */
  readonly type: number | null
  readonly formula: string | null
  /** The colour behind it, as the marks of a check set it; of the cell's own style, not of conditional formats. */
  readonly fill: string | null
}

/** Name of the sheet that is shown. */
export function activeSheet(page: Page): Promise<string> {
  return page.evaluate(`(${INSIDE})().workbook.getActiveSheet().getName()`)
}

/** 1-based. Undefined for a sheet that does not exist. */
export async function cellInside(page: Page, sheet: string, row: number, column: number): Promise<CellInside | undefined> {
  return (
    (await page.evaluate<CellInside | null>(`{
      const { workbook } = (${INSIDE})()
      const sheet = workbook.getSheetBySheetName(${JSON.stringify(sheet)})
      const cell = sheet?.getCellRaw(${row - 1}, ${column - 1})
      const style = sheet && workbook.getStyles().getStyleByCell(sheet.getCell(${row - 1}, ${column - 1}))
      sheet ? { value: cell?.v ?? null, type: cell?.t ?? null, formula: cell?.f ?? null, fill: style?.bg?.rgb ?? null } : null
    }`)) ?? undefined
  )
}

/** Where a cell of the sheet that is shown is drawn; a merged one as a whole. It may lie outside of what is seen. */
export function placeOf(page: Page, row: number, column: number): Promise<Place> {
  return page.evaluate(`{
    const { workbook, rendering } = (${INSIDE})()
    const render = rendering.getRenderById(workbook.getUnitId())
    const { scene, mainComponent } = render
    const skeleton = mainComponent.getSkeleton()
    const cell = skeleton.getCellWithCoordByIndex(${row - 1}, ${column - 1})
    const area = cell.isMerged || cell.isMergedMainCell ? cell.mergeInfo : cell
    const main = scene.getViewport('viewMain')
    const freeze = workbook.getActiveSheet().getFreeze()
    const left = area.startX - (${column - 1} >= freeze.startColumn ? main.viewportScrollX : 0)
    const top = area.startY - (${row - 1} >= freeze.startRow ? main.viewportScrollY : 0)
    const canvas = render.engine.getCanvasElement().getBoundingClientRect()
    ;({ x: canvas.x + left * scene.scaleX, y: canvas.y + top * scene.scaleY, width: (area.endX - area.startX) * scene.scaleX, height: (area.endY - area.startY) * scene.scaleY })
  }`)
}

/** True when nothing is left to calculate or draw for now, as far as the sheet knows. */
const INSIDE = `() => {
  const element = document.querySelector('[data-u-comp=workbench-layout]')
  const key = element && Object.keys(element).find((name) => name.startsWith('__reactFiber'))
  let fiber = element?.[key]
  while (fiber && !fiber.memoizedProps?.value?.injector) fiber = fiber.return
  const injector = fiber?.memoizedProps.value.injector
  if (!injector) throw new Error('there is no spreadsheet on the page')
  const service = (name) => {
    for (let one = injector; one; one = one.parent)
      for (const id of one.dependencyCollection.dependencyMap.keys()) if (id.decoratorName === name) return one.get(id)
    throw new Error('no ' + name)
  }
  const workbook = service('univer.current').getCurrentUnitOfType(2)
  if (!workbook) throw new Error('no workbook is open')
  return { workbook, rendering: service('engine-render.render-manager.service') }
}`
