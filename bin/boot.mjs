// The one door, e.g. `node bin/boot.mjs start`. Plain JavaScript, so that the Node a machine already has can open it:
// it brings what is missing, then hands over to the project's own Node 24, which runs TypeScript as it stands.
// Only `import()` here: an old Node must get as far as the message below.
const main = async () => {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`善治需要 Node.js 20 或更新版本，本机是 ${process.version}。请从 nodejs.org 安装后重试。`)
    console.error(`Shanzhi needs Node.js 20 or newer, this is ${process.version}. Install it from nodejs.org and try again.`)
    return 1
  }
  const { boot } = await import('./boot/boot.mjs')
  return boot(process.argv[2], process.argv.slice(3))
}

main().then(code => process.exit(code))
