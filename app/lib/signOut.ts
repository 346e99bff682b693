import { clearEditorCaches } from './editorCache'
import { clearLocalCopiesOf, waitingChangesOf } from './localCopies'
import { clearStarsOf, waitingStarsOf } from './starStore'
import { clearVisitCaches } from './visitCache'

/**
 * Watches every `form[data-sign-out]` of the page, now and later. Before such a form goes to the server, this device
 * forgets what it kept for the account in `data-account`; when changes are waiting that the server has not got, it asks
 * first, in the words of `data-warning` (with `{{n}}`), `data-stay` and `data-leave`. A form without them takes those of
 * the page's header.
 */
export function guardSignOut(root: Document = document): void {
  root.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.dataset.signOut === undefined || form.dataset.cleared) return
      event.preventDefault()
      event.stopPropagation()
      void leave(form, event.submitter)
    },
    { capture: true },
  )
}

async function leave(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const words = form.dataset.account
    ? form.dataset
    : document.querySelector<HTMLElement>('form[data-sign-out][data-account]')?.dataset
  if (words?.account) {
    const waiting = (await waitingChangesOf(words.account).catch(() => 0)) + waitingStarsOf(words.account)
    if (waiting > 0 && !(await confirmed(words, waiting))) return
    await clearLocalCopiesOf(words.account).catch(reportCleaning)
    clearStarsOf(words.account)
  }
  await Promise.all([clearEditorCaches(), clearVisitCaches()]).catch(reportCleaning)
  form.dataset.cleared = 'yes'
  form.requestSubmit(submitter)
  delete form.dataset.cleared
}

/** Signing out must not fail because a browser keeps its storage locked; but somebody should be able to see it. */
function reportCleaning(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: there is no other place for it on a page that is about to go
  console.warn('This device could not forget everything that it kept', error)
}

function confirmed(words: DOMStringMap, waiting: number): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  dialog.setAttribute('role', 'alertdialog')
  const text = document.createElement('p')
  text.id = 'sign-out-warning'
  text.textContent = (words.warning ?? '').replace('{{n}}', String(waiting))
  dialog.setAttribute('aria-labelledby', text.id)
  const actions = document.createElement('div')
  actions.className = 'dialog__actions'
  const button = (label: string | undefined, value: string, look: string) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = `button ${look}`
    element.textContent = label ?? ''
    element.onclick = () => dialog.close(value)
    return element
  }
  actions.append(button(words.stay, 'stay', 'button--primary'), button(words.leave, 'leave', 'button--danger'))
  dialog.append(text, actions)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.onclose = () => {
      dialog.remove()
      resolve(dialog.returnValue === 'leave')
    }
  })
}
