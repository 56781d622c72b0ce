/** Excel's own colours, which it tells only when asked: again whenever the person comes back to the pane. */

/** Background of Excel's menus and panes, `#RRGGBB`; undefined where this Excel does not say. Ask after Office is ready. */
export function officeBackground(): string | undefined {
  return Office.context?.officeTheme?.bodyBackgroundColor
}
