import React from 'react'
import { inLanguage, type SampleCampaign, type SampleFile } from '../../app/workbench/samples'
import type { Workbench, WorkbenchState } from '../../app/workbench/workbench'
import type { Say } from '../../domain/text'
import { Sign } from '../../taskpane/shell/icons'
import { useWords } from '../../taskpane/shell/words'

/** Sample files of the campaigns that ship, each with what it shows. */
export function SampleList({ bench, samples }: { readonly bench: Workbench; readonly samples: WorkbenchState['samples'] }) {
  const { say, language, pick } = useWords()
  return (
    <section className="samples">
      <h2>{say('workbench/samples')}</h2>
      {typeof samples === 'string' ? (
        <p className="soft">{say(`workbench/samples-${samples}`)}</p>
      ) : (
        <>
          <p className="soft">{say('workbench/samples-lead')}</p>
          {inLanguage(samples, language).map((campaign) => (
            <section key={campaign.id} className="campaign">
              <h3>
                {pick(campaign.title)} <span className="soft">{say('workbench/sample-week', { week: campaign.week })}</span>
              </h3>
              <ul>
                {campaign.files.map((file) => (
                  <SampleItem key={file.path} bench={bench} campaign={campaign} file={file} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </section>
  )
}

interface ItemProps {
  readonly bench: Workbench
  readonly campaign: SampleCampaign
  readonly file: SampleFile
}

/** A workbook is opened; a zip of returns can only be saved, to be dropped in the pane. */
function SampleItem({ bench, campaign, file }: ItemProps) {
  const { say } = useWords()
  const { kind, name, path, count = 1 } = file
  const inside = (
    <>
      <Sign name={kind === 'returns' ? 'Save' : 'File'} />
      <span>
        <span className="sample-name">{say(`workbench/sample-${kind}`, { week: campaign.week, count })}</span>
        <span className="sample-what">{say(`workbench/sample-${kind}.what`)}</span>
        <span className="sample-file soft">
          {name} · {sizeText(file.bytes, say)}
        </span>
      </span>
    </>
  )
  return (
    <li>
      {kind === 'returns' ? (
        <a className="sample" href={path} download={name}>
          {inside}
        </a>
      ) : (
        <button type="button" className="sample" onClick={() => void bench.openSample(path)}>
          {inside}
        </button>
      )}
    </li>
  )
}

function sizeText(bytes: number, say: Say): string {
  return bytes < 1024 * 1024 ? say('workbench/size', { kb: Math.ceil(bytes / 1024) }) : say('workbench/size-mb', { mb: (bytes / 1024 / 1024).toFixed(1) })
}
