import {contextBridge, ipcRenderer} from 'electron';

/** All that the page gets of Electron. The main side has one channel per call and checks each sender. */
contextBridge.exposeInMainWorld('tirek', {
  invoke: (channel: string, request: unknown): Promise<unknown> => ipcRenderer.invoke(channel, request),
  onChanged(listener: (topics: unknown) => void): () => void {
    const relay = (_event: unknown, topics: unknown): void => listener(topics);
    ipcRenderer.on('changed', relay);
    return () => void ipcRenderer.off('changed', relay);
  },
});
