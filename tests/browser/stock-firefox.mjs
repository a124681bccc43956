// Stock Firefox, which treats every local file as an origin of its own.
import puppeteer from 'puppeteer-core';

export function launchFirefox() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    // Automated profiles switch this off; people's profiles do not.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
}
