/** All areas of the catalogue. */
import { catalogueOf } from './catalogue'
import { cli } from './cli'
import { definition } from './definition'
import { evaluation } from './evaluation'
import { expression } from './expression'
import { file } from './file'
import { findings } from './findings'
import { host } from './host'
import { intake } from './intake'
import { office } from './office'
import { pages } from './pages'
import { pane } from './pane'
import { patch } from './patch'
import { registry } from './registry'
import { ribbon } from './ribbon'
import { sheets } from './sheets'

export const messages = catalogueOf([cli, definition, evaluation, expression, file, findings, host, intake, office, pages, pane, patch, registry, ribbon, sheets])
