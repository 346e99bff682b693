// The nginx of docs/operations.md, for this machine: no TLS, ports of our own.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const config = (folder, port, upstreams) => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
worker_processes 1;
events { worker_connections 8192; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;

  upstream beursvloer {
    ${upstreams.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n    ')}
    keepalive 64;
  }
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }

  server {
    listen 127.0.0.1:${port};
    client_max_body_size 21m;
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
    proxy_connect_timeout 2s;
    proxy_next_upstream error timeout http_503;
    proxy_next_upstream_tries 2;

    location / { proxy_pass http://beursvloer; }
    location = /metrics { return 404; }
    location /sync/ { proxy_pass http://beursvloer; proxy_read_timeout 60s; proxy_buffering off; }
    location /socket.io { proxy_pass http://beursvloer; proxy_read_timeout 60s; proxy_buffering off; }
  }
}
`

/** Errors: no nginx on this machine. */
export function startNginx(folder, port, upstreams) {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, config(folder, port, upstreams))
  return spawn('nginx', ['-c', file, '-p', folder], { stdio: 'ignore' })
}
