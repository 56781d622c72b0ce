/**
 * Which view shows which kind of workbook. Each is a file of its own that is loaded when such a
 * workbook is open, with the engine it needs; its default export is a component over the session.
 */
import type { ComponentType } from 'react'
import type { OpenedKind } from '../app/pane/opened'
import type { PaneSession } from '../app/pane/pane'

export interface ViewProps {
  readonly session: PaneSession
}

export type LoadView = () => Promise<{ readonly default: ComponentType<ViewProps> }>

const returns: LoadView = () => import(/* webpackChunkName: "return-view" */ './returns/ReturnView')

export const VIEWS: Readonly<Record<OpenedKind, LoadView>> = {
  unit: returns,
  group: returns,
  office: () => import(/* webpackChunkName: "office-view" */ './office/OfficeView'),
  other: () => import(/* webpackChunkName: "other-view" */ './other/OtherView'),
}
