/** Campaigns that workbooks bring with them; equal definitions are compiled once. */
import type { carriedCampaign } from '../app/carried-definition'
import type { Campaign } from '../domain/campaign/campaign'
import type { GridBook } from '../domain/returns/grid'
import { embeddedDefinition } from '../domain/returns/read-identity'
import { NoDefinition } from './unusable-file'

type Carried = ReturnType<typeof carriedCampaign>

/** A lookup that remembers the last definition: a folder of returns has one. */
export function campaignsIn(unpack: (book: GridBook) => Carried): (book: GridBook) => Campaign {
  let last: { readonly text: string; readonly campaign: Campaign } | undefined
  return (book) => {
    if (last && embeddedDefinition(book) === last.text) return last.campaign
    const carried = unpack(book)
    if (carried.state === 'none') throw new NoDefinition('check/no-definition')
    if (carried.state === 'damaged') throw new NoDefinition('check/damaged-definition')
    if (carried.state === 'mistaken') throw new NoDefinition('check/mistaken-definition', { count: carried.mistakes.length, code: carried.mistakes[0]?.code ?? '', path: carried.mistakes[0]?.path ?? '' })
    last = carried
    return carried.campaign
  }
}
