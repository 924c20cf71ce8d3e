"""From a few pages of a site to its site file, and the proof that it works. Pure, like extract."""

from newscrawl.learn.learner import Learner
from newscrawl.learn.learning import learn_site, learn_studies, site_id
from newscrawl.learn.study import Sample, Study

__all__ = ["Learner", "Sample", "Study", "learn_site", "learn_studies", "site_id"]
