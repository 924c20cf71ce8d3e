"""Scrapy settings, each with its reason. `newscrawl crawl` sets the rest from its arguments."""

from __future__ import annotations

from urllib.request import getproxies

from newscrawl import __version__

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"
NEWSCRAWL_HOME = "corpus"

# Scrapy 2.19 starts this many tasks for every response; an article yields one item.
CONCURRENT_ITEMS = 1
# Scrapy reads the source of the callback to warn of `return` in it, at one response in four.
WARN_ON_GENERATOR_RETURN_VALUE = False

# Manners: one request in flight a host, a second between them (loopback: none), robots.txt obeyed.
USER_AGENT = f"newscrawl/{__version__}"
CONCURRENT_REQUESTS = 16
# The connections kept open a host. Requests in flight are one all the same (`Manners`): with one
# connection kept, Scrapy's pool opens a new one for every second request.
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOADER = "newscrawl.extensions.turns.OneByOneDownloader"
# Articles in the order of their list: Scrapy takes what came last.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_PRIORITY_QUEUE = "newscrawl.extensions.turns.FairQueue"
DOWNLOAD_DELAY = 1.0
ROBOTSTXT_OBEY = True

# A page is text: more than this, or longer than this, is a trap or a fault.
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 60
REDIRECT_MAX_TIMES = 10
# A meta refresh is a slideshow or a way to file:///; pages that only redirect are no articles.
METAREFRESH_ENABLED = False
TWISTED_DNS_RESOLVER = "newscrawl.extensions.resolver.SafeResolver"
# The cookie wall of Chinese delivery networks is a 302 to itself until its cookie comes back.
COOKIES_ENABLED = True
DOWNLOAD_VERIFY_CERTIFICATES = True

# Nothing but http and https is ever opened.
DOWNLOAD_HANDLERS = {
    "http": "newscrawl.extensions.handler.LastLookHandler",
    "https": "newscrawl.extensions.handler.LastLookHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}

# Both run code that is sent to a port.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# The ledger knows what was fetched; Scrapy's own filter would grow with the archive.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
# Every status is an outcome, so none may be filtered out before the spider sees it.
HTTPERROR_ALLOW_ALL = True

ITEM_PIPELINES = {
    "newscrawl.pipelines.extract.ExtractPipeline": 100,
    "newscrawl.pipelines.validate.ValidatePipeline": 200,
    "newscrawl.pipelines.store.StorePipeline": 300,
}
ITEM_PROCESSOR = "newscrawl.extensions.straight.Pipelines"
# Processes beside the crawl that read pages of sites without a site file, once reading is what the
# crawl waits for. Two processors are always left, to the crawl and to others.
NEWSCRAWL_WORKERS = 0
# Scrapy loads even the extensions that are switched off, aiohttp and all: only these are named.
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "scrapy.extensions.logstats.LogStats": 0,
}
EXTENSIONS = {
    "newscrawl.extensions.books.Books": 10,
    "newscrawl.extensions.manners.Manners": 20,
}
# Of Scrapy's own none but the proxy's: ours replace those for scope, cookies, robots, retries,
# packing and redirects; `extensions.last_look` puts on what every request carries; no site of ours
# has a password or is kept in a cache; and the statistics write out the head of every request and
# response to count bytes that nobody reads. What is switched off by name Scrapy loads all the same.
DOWNLOADER_MIDDLEWARES_BASE = {
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
}
DOWNLOADER_MIDDLEWARES = {
    "newscrawl.extensions.scope.ScopeMiddleware": 60,
    "newscrawl.extensions.robots.RobotsMiddleware": 100,
    "newscrawl.extensions.patience.PatienceMiddleware": 550,
    "newscrawl.extensions.unpack.UnpackMiddleware": 590,
    "newscrawl.extensions.redirect.RedirectMiddleware": 600,
    "newscrawl.extensions.cookies.CookieMiddleware": 700,
}
# Each passes everything that a callback yields through a generator of its own. The spider names the
# page it comes from, addresses too long are an outcome (`Scope`), and depth is the number of a
# listing page: the walk's own limit holds it.
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
LOG_LEVEL = "INFO"
LOG_FORMATTER = "newscrawl.extensions.quiet.QuietLog"
# Asked about every request; a proxy comes from the environment or not at all.
HTTPPROXY_ENABLED = bool(getproxies())
