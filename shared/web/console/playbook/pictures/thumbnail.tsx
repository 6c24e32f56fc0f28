import type { Picture } from '../../../../domain/look/picture.ts';
import { pictureAddress } from '../../../../playbook/picture-files/picture-address.ts';

/** A picture beside its name, which says all there is to hear. */
export function Thumbnail({ picture }: { picture: Picture }) {
  const { width, height } = picture;
  return (
    <img
      class="thumbnail"
      src={pictureAddress(picture)}
      width={width}
      height={height}
      alt=""
      loading="lazy"
    />
  );
}
