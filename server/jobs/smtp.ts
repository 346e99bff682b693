import nodemailer from 'nodemailer'
import type { SendMail } from '#server/services/mails/sendDueMails'

const PATIENCE_MS = 20_000

export interface MailServer {
  send: SendMail
  close(): void
}

/** Sends by the server of SMTP_URL. */
export function openMailServer(smtpUrl: string, publicUrl: string): MailServer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const from = { name: 'Beursvloer', address: senderOf(smtpUrl, publicUrl) }
  return {
    send: async ({ attachments, ...mail }) => {
      await transport.sendMail({
        ...{ from, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } },
        attachments: attachments.map(({ fileName, contentType, text }) => ({
          filename: fileName,
          contentType,
          content: text,
        })),
      })
    },
    close: () => transport.close(),
  }
}

/** The mail account itself where its name is an address, else no-reply at the address that people use. */
function senderOf(smtpUrl: string, publicUrl: string): string {
  const user = decodeURIComponent(new URL(smtpUrl).username)
  return user.includes('@') ? user : `no-reply@${new URL(publicUrl).hostname}`
}
