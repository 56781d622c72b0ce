import React from 'react'
import { inLanguage, type SampleCampaign, type SampleKind } from '../../app/workbench/samples'
import type { Workbench, WorkbenchState } from '../../app/workbench/workbench'
import { useWords } from '../../taskpane/shell/words'

/** The steps of one's first minute, and the sample that a step begins with. */
const STEPS: readonly { readonly step: 'check' | 'fix' | 'office'; readonly sample?: SampleKind }[] = [{ step: 'check', sample: 'unit-with-faults' }, { step: 'fix' }, { step: 'office', sample: 'office' }]

export function FirstMinute({ bench, samples }: { readonly bench: Workbench; readonly samples: WorkbenchState['samples'] }) {
  const { say, language } = useWords()
  const [campaign] = typeof samples === 'string' ? [] : inLanguage(samples, language)
  return (
    <section className="first-minute">
      <h2>{say('workbench/minute')}</h2>
      <ol>
        {STEPS.map(({ step, sample }) => (
          <li key={step}>
            <h3>{say(`workbench/minute-${step}`)}</h3>
            <p>{say(`workbench/minute-${step}.how`)}</p>
            {sample && campaign && <SampleButton bench={bench} campaign={campaign} kind={sample} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function SampleButton({ bench, campaign, kind }: { readonly bench: Workbench; readonly campaign: SampleCampaign; readonly kind: SampleKind }) {
  const { say } = useWords()
  const file = campaign.files.find((one) => one.kind === kind)
  if (!file) return null
  return (
    <button type="button" className="link" onClick={() => void bench.openSample(file.path)}>
      {say('workbench/minute-go')} <span className="soft">{file.name}</span>
    </button>
  )
}
