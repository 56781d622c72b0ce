/** What of Univer's screen is changed after it was made, because nothing can be said about it before. */
import { DataValidationType, IPermissionService, IUniverInstanceService, LifecycleService, LifecycleStages, LocaleService, UniverInstanceType, type Injector } from '@univerjs/core'
import { DataValidatorRegistryService } from '@univerjs/data-validation'
import { WorkbookRenameSheetPermission } from '@univerjs/sheets'
import { IEditorBridgeService, ISheetCellDropdownManagerService } from '@univerjs/sheets-ui'
import { ComponentManager, IDialogService, ILayoutService, IShortcutService } from '@univerjs/ui'
import { listChoice } from './ListChoice'

export function behaveAsForm(injector: Injector, element: HTMLElement): void {
  // Univer makes the services of its screen with the first workbook.
  const lifecycle = injector.get(LifecycleService)
  // Before cells are drawn, and judged by it.
  void lifecycle.onStage(LifecycleStages.Ready).then(() => leaveLimits(injector))
  void lifecycle.onStage(LifecycleStages.Rendered).then(() => {
    replaceList(injector)
    returnFromDialogs(injector)
  })
  keepNames(injector)
  keepTabsWithoutMenu(element)
}

function replaceList(injector: Injector): void {
  const components = injector.get(ComponentManager)
  const key = 'sheets.dropdown.list'
  // It registers its own list when it is made, which is when it is first asked for.
  injector.get(ISheetCellDropdownManagerService)
  components.delete(key)
  components.register(
    key,
    listChoice({
      label: injector.get(LocaleService).t('sheets-ui.data-validation.list.dropdown'),
      editing: () => injector.get(IEditorBridgeService).isVisible().visible,
      holdKeys: () => {
        const held = injector.get(IShortcutService).forceDisable()
        return () => held.dispose()
      },
      focusGrid: () => injector.get(ILayoutService).focus(),
    }),
  )
}

/**
 * Limits are looked at by `PersonWrites`, as Excel looks at them: when something is typed. Univer would say it a second time
 * in a dialog, and mark and explain cells that break one, among them numbers that a list shows in another format.
 */
function leaveLimits(injector: Injector): void {
  const registry = injector.get(DataValidatorRegistryService)
  for (const type of Object.values(DataValidationType)) {
    const validator = registry.getValidatorItem(type)
    if (validator) validator.validator = () => Promise.resolve(true)
  }
}

/** Whoever closed a message by keyboard goes on in the grid. */
function returnFromDialogs(injector: Injector): void {
  let open = 0
  injector.get(IDialogService).getDialogs$().subscribe((dialogs) => {
    const left = dialogs.filter((dialog) => dialog.open).length
    if (left === 0 && open > 0) setTimeout(() => injector.get(ILayoutService).focus())
    open = left
  })
}

/** A double click on a tab does not offer another name, which would be refused. */
function keepNames(injector: Injector): void {
  const permissions = injector.get(IPermissionService)
  injector.get(IUniverInstanceService).getTypeOfUnitAdded$(UniverInstanceType.UNIVER_SHEET).subscribe(({ unit }) => {
    // Univer itself allows everything in a new workbook, in the same moment.
    setTimeout(() => permissions.updatePermissionPoint(new WorkbookRenameSheetPermission(unit.getUnitId()).id, false))
  })
}

/** Nothing is left of the menu of tabs: without this, an empty one opens. */
function keepTabsWithoutMenu(element: HTMLElement): void {
  const stop = (event: Event) => {
    if (!(event.target as Element).closest('[data-u-comp="slide-tab-bar"]')) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  element.addEventListener('contextmenu', stop, true)
}
