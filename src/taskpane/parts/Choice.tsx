import React from 'react'

interface Props<Value extends string> {
  /** What is chosen; read out, not drawn. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly text: string; readonly tone?: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few options of which one holds, as buttons in a row. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" className={option.tone} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.text}
        </button>
      ))}
    </div>
  )
}
