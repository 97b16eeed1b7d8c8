/** What the build tells the service worker: the version, the page, and every file of the door. */
declare const SHELL: { readonly version: string; readonly page: string; readonly files: readonly string[] }
