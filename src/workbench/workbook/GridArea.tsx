import React, { useLayoutEffect, useRef } from 'react'

/** Where the spreadsheet draws. Its element is moved in and out as it is: React never looks into it. */
export function GridArea({ element }: { readonly element: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.append(element)
    return () => element.remove()
  }, [element])
  return <div ref={place} className="grid-area" />
}
