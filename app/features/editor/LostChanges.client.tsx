import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encodeStateAsUpdate } from 'yjs'
import { createFairDocument, readPlan } from '#shared/document/fairDocument'
import { planToJson } from '#shared/exchange/planJson'
import { localCopyName, waitingChangesIn } from '~/lib/localCopies'
import { base64, type ChangesFile, downloadJson } from '~/realtime/exportChanges'
import { openLocalCopy } from '~/realtime/localCopy'

interface LostChangesProps {
  accountId: string
  fairId: string
}

/** What this device kept of a fair that one may not edit any more, as a file; nothing of it is sent. */
async function changesFile({ accountId, fairId }: LostChangesProps, now: Date): Promise<ChangesFile | null> {
  const doc = createFairDocument()
  const copy = await openLocalCopy({ accountId, fairId, doc, onFailure: () => {} })
  const file: ChangesFile | null = copy && {
    format: 'beursvloer-changes',
    version: 1,
    fairId,
    exportedAt: now.toISOString(),
    changes: copy.restored,
    plan: planToJson(readPlan(doc).plan),
    update: base64(copy.confirmed ? encodeStateAsUpdate(doc, copy.confirmed) : encodeStateAsUpdate(doc)),
  }
  await copy?.destroy()
  doc.destroy()
  return file
}

export default function LostChanges(props: LostChangesProps) {
  const { accountId, fairId } = props
  const { t } = useTranslation('editor')
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    // A browser that keeps nothing has nothing waiting.
    waitingChangesIn(localCopyName(accountId, fairId)).then(setWaiting, () => setWaiting(0))
  }, [accountId, fairId])

  if (waiting === 0) return null
  const download = async () => {
    const file = await changesFile(props, new Date())
    if (file) downloadJson(`beursvloer-changes-${fairId}.json`, file)
  }
  return (
    <section className="lost-changes notice notice--warning">
      <p>{t('refused.waiting', { count: waiting })}</p>
      <p>
        <button type="button" className="button button--primary" onClick={() => void download()}>
          {t('connection.export')}
        </button>
      </p>
    </section>
  )
}
