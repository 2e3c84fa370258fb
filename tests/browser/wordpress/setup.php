<?php
// Makes a fresh blog: a teacher who writes, one post to comment on, and an editor without its welcome screen.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('BLOG_HOST');
require getenv('BLOG_SITE') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// A mail about the new blog has nowhere to go.
add_filter('pre_wp_mail', '__return_true');
wp_install('Larkfield class blog', 'admin', 'admin@school.test', true, '', wp_generate_password());
update_option('siteurl', 'http://' . getenv('BLOG_HOST'));
update_option('home', 'http://' . getenv('BLOG_HOST'));
// Pictures of who writes come from elsewhere.
update_option('show_avatars', 0);
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);

$teacher = wp_insert_user([
    'user_login' => 'staff', 'user_pass' => getenv('BLOG_PASSWORD'), 'user_email' => 'staff@school.test',
    'display_name' => 'Ms Jones', 'role' => 'author',
]);
global $wpdb;
update_user_meta($teacher, $wpdb->get_blog_prefix() . 'persisted_preferences', [
    'core/edit-post' => ['welcomeGuide' => false, 'fullscreenMode' => true],
    '_modified' => gmdate('c'),
]);
