#!/bin/bash
# Installs, once, the Debian packages the browser rigs stand on: Roundcube, SOGo, Dovecot, WordPress, MariaDB, Prosody, PHP's own server and ffmpeg.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1

# php8.2-cgi and mini-httpd, which nobody starts, are what Roundcube and WordPress take for a web server: without them Apache is pulled in.
first=(php8.2-cgi mini-httpd)
packages=("${first[@]}" php-cli php-sqlite3 sqlite3 dovecot-imapd sogo memcached roundcube-core roundcube-sqlite3 ffmpeg openssl
  php8.2-mysql mariadb-server-core mariadb-client-core wordpress wordpress-theme-twentytwentythree prosody)

missing=()
for name in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
done
if [ "${#missing[@]}" -eq 0 ]; then echo "mail, blog, chat and video packages: already installed"; exit 0; fi
if [ "$(id -u)" -ne 0 ]; then echo "please install, as root: ${missing[*]}" >&2; exit 1; fi

# No daemon may be started by a package while this file stands; it is taken away again only if we made it.
guard=/usr/sbin/policy-rc.d
if [ ! -e "$guard" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$guard"; chmod 755 "$guard"
  trap 'rm -f "$guard"' EXIT
fi
echo 'roundcube-core roundcube/dbconfig-install boolean false' | debconf-set-selections || true
apt() { apt-get -o DPkg::Lock::Timeout=900 -qq "$@"; }
apt update
echo "installing: ${missing[*]}"
apt install -y --no-install-recommends "${first[@]}"
apt install -y --no-install-recommends "${missing[@]}"
