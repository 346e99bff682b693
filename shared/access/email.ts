import { z } from 'zod'
import { line } from '#shared/kernel/text'

/** Demo persons live here; RFC 2606 keeps `.invalid` from ever being a real domain. */
export const DEMO_EMAIL_DOMAIN = 'demo.invalid'

/** One spelling an address: people type capitals and spaces, and mean the same. 254 is the most that SMTP takes (RFC 5321). */
export const emailSchema = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().min(1).max(254).pipe(z.email()))

export const isDemoEmail = (email: string) => email.endsWith(`@${DEMO_EMAIL_DOMAIN}`)

export const personNameSchema = line(100)
