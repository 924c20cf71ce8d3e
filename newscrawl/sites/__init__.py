"""What is known of a site: its model, its file, and the families of CMS it may run on."""
