// Shows notices that are pushed to this browser. It controls no page: it is registered for a folder in which there is none.
self.addEventListener('push', event => {
  const { title, url, id } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { tag: id, data: { url } }))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(clients.openWindow(event.notification.data.url))
})
