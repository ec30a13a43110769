/** Letters of a page that was photographed whole stay readable. Pixels of the longer side. */
const longestSide = 2_000;
const quality = 0.8;

/**
 * A picture of a sane size: JPEG, upright, without what the camera has written into it (place, time). The file itself
 * where that is smaller already. Rejects where the browser cannot read it as a picture.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) return file;
    // JPEG has no transparency: what was clear is paper.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
    return made !== null && made.size < file.size ? made : file;
  } finally {
    picture.close();
    canvas.width = 0;
    canvas.height = 0;
  }
}
