/** All areas of the catalogue. */
import { catalogueOf } from './catalogue'
import { cli } from './cli'

export const messages = catalogueOf([cli])
