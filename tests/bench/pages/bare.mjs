// The same bytes from an Express that does nothing else but compress, as the app does.
import compression from 'compression'
import express from 'express'

const html = await (await fetch(process.env.PAGE, { headers: { 'Accept-Encoding': 'identity' } })).text()
const app = express()
app.use(compression())
app.get('/', (_request, response) => response.type('html').send(html))
app.listen(Number(process.env.PORT), '127.0.0.1')
