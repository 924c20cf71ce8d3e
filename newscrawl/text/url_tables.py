"""What is known of addresses, as data: parameters that name no page, and types by extension."""

from __future__ import annotations

import re
from ipaddress import ip_address

# Who shared the link and what it was clicked in; never which page it is.
_TRACKING = (
    "spm spm_id_from scm fbclid gclid dclid gbraid wbraid msclkid yclid mc_cid mc_eid igshid"
    " isappinstalled nsukey clicktime enterid share_token share_from sharer_shareid sharefrom"
    " wxshare_count from_wecom _ga _gl ref_src ref_url hmsr hmpl hmcu hmkw hmci"
    " jsessionid phpsessid aspsessionid session_id sessionid cfid cftoken"
)
TRACKING = frozenset(_TRACKING.split())
TRACKING_STARTS = ("utm_", "aspsessionid", "__biz_share", "pk_", "mtm_")
# Names that are junk only with values of this shape: `sid=12` may be a column, `t=3` a page.
JUNK_VALUES: dict[str, re.Pattern[str]] = {
    # WeChat's timeline, groupmessage, singlemessage; a number may be an offset
    "from": re.compile(r"(?![0-9]+\Z).*", re.DOTALL),
    # a session, not a column or an article: long, or letters and digits mixed
    "sid": re.compile(
        r"[0-9]{10,}|(?=.*[a-z])(?=.*[0-9])[a-z0-9_-]{6,}|[a-z0-9_-]{16,}", re.IGNORECASE
    ),
} | dict.fromkeys(
    # against caches: seconds, milliseconds, or a random fraction
    ("_", "t", "_t", "ts", "_ts", "time", "timestamp", "r", "rnd", "rand", "random", "nocache"),
    re.compile(r"1[0-9]{9}(?:[0-9]{3})?|0\.[0-9]{4,}"),
)
# Sessions in the path: ;jsessionid=… (Java), (S(…)) (ASP.NET without cookies)
PATH_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid|cfid|cftoken)=[^/;]*|/\((?:[ASF]\([0-9a-z]{20,}\))+\)(?=/|\Z)",
    re.IGNORECASE,
)

# Extensions of files that are no pages, with their media types.
_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "pps": "application/vnd.ms-powerpoint",
    "ppsx": f"{_OFFICE}presentationml.slideshow",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    # WPS and the national formats: no registered types but ofd
    "wps": "application/vnd.ms-works",
    "et": "application/octet-stream",
    "dps": "application/octet-stream",
    "ofd": "application/ofd",
    "ceb": "application/octet-stream",
    "caj": "application/octet-stream",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "csv": "text/csv",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "gz": "application/gzip",
    "tgz": "application/gzip",
    "bz2": "application/x-bzip2",
    "tar": "application/x-tar",
    "exe": "application/octet-stream",
    "apk": "application/vnd.android.package-archive",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "wma": "audio/x-ms-wma",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "avi": "video/x-msvideo",
    "wmv": "video/x-ms-wmv",
    "mov": "video/quicktime",
    "mpg": "video/mpeg",
    "mpeg": "video/mpeg",
    "flv": "video/x-flv",
    "swf": "application/x-shockwave-flash",
    "rm": "application/vnd.rn-realmedia",
    "rmvb": "application/vnd.rn-realmedia-vbr",
    "3gp": "video/3gpp",
}
# Scripts that hand out a file: VSB's download.jsp and downloadattachurl, and others' words for it.
DOWNLOADS = (
    "/download.jsp",
    "/downfile.jsp",
    "/downloadattachurl",
    "/download.do",
    "/download.aspx",
    "/download.ashx",
    "/downloadfile",
    "/filedownload",
    "/attachment/download",
)

# Where clouds tell a machine its own secrets, beside the link-local address most of them share:
# Alibaba, Oracle, Azure, Amazon over IPv6.
METADATA = frozenset(
    map(ip_address, ("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254"))
)
BROADCAST = ip_address("255.255.255.255")  # all of a network's hosts, and none of them
